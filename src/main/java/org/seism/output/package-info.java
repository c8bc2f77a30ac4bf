/**
 * Result files, which appear whole or not at all.
 */
package org.seism.output;
