/**
 * A study: sequences joined with a phenotype and covariates (METHOD, section 2), read from files or tables. Quality control
 * names every record that is left out; nothing is dropped silently.
 */
package org.seism.study;
