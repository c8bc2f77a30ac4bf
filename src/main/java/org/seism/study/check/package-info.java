/**
 * What a study should be asked before any p-value (METHOD, section 14b): copies, confounders, the shape of the noise. Each check says
 * in one sentence what was found and in another what to do.
 */
package org.seism.study.check;
