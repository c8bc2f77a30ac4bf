/**
 * Matrices of a library as candidates (METHOD, section 4b): which they are, how their levels come about, and how they
 * are packed beside those of words.
 */
package org.seism.candidate.library;
