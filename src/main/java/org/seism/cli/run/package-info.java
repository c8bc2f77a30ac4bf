/**
 * Whole analyses as the command line runs them: what they are asked for, and the phenotypes of a panel one after the other.
 */
package org.seism.cli.run;
