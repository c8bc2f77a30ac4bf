/**
 * Named random streams: results never depend on the number of threads or on the clock (METHOD, section 14).
 */
package org.seism.random;
