/**
 * The one vocabulary: what is said about a motif ({@link org.seism.analysis.field.MotifField}) and which settings were in
 * force ({@link org.seism.analysis.field.SettingField}). Tables, files, report, nodes and documents render these lists, so a
 * new figure or setting is one entry here.
 */
package org.seism.analysis.field;
