/**
 * How a study comes from files: formats told apart, a phenotype joined from a second table.
 */
package org.seism.study.input;
