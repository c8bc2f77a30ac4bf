/**
 * Text in and out: encodings and streams, delimited tables, and the values of their cells. A missing value and a number are
 * recognised here and nowhere else.
 */
package org.seism.table;
