/**
 * What is taken as given when a p-value is computed: the null hypothesis, the null model with its strata, and draws from it
 * (METHOD, section 8).
 */
package org.seism.inference.design;
