/**
 * The activations of all candidates, one byte each, and their products with a phenotype.
 */
package org.seism.candidate.activation;
