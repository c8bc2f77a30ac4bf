/**
 * What the command line and the nodes call: settings in, results out, and files that appear complete or not at all.
 */
package org.seism.analysis;
