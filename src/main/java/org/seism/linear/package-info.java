/**
 * Small linear algebra: orthonormal bases that grow, linear dependence, roots of trigonometric equations.
 */
package org.seism.linear;
