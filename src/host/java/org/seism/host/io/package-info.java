/**
 * What the host reads and writes itself: tables of values, JSON, XML without entities from outside.
 */
package org.seism.host.io;
