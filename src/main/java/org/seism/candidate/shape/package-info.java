/** Words beyond letters in a row, anywhere (METHOD, section 4b): bound to a place, or with a gap. */
package org.seism.candidate.shape;
