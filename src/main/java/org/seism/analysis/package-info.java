/**
 * The front door: a settings record in, a result record out. The command line and the nodes call nothing below this.
 */
package org.seism.analysis;
