/**
 * What travels between SEISM nodes beside tables. KNIME keeps the producer's object and hands every consumer a copy made
 * by the serializers, so these objects hold the compact sequences, the settings and the selected motifs, never the
 * activation matrix, which is rebuilt, bit for bit, where it is needed. A spec holds all settings and names, and an
 * object's own file only the bulk, so that nothing is stored twice.
 */
package org.seism.knime.port;
