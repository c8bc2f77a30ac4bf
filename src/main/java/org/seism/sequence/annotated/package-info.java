/**
 * Sequences with features on them, and the letters around features: GenBank, EMBL and UniProt flat files, FASTA with GFF3, GTF or
 * BED. The formats are those of the INSDC feature table (insdc.org, "The DDBJ/ENA/GenBank Feature Table Definition"), the UniProtKB
 * user manual, and the Sequence Ontology's GFF3 specification.
 */
package org.seism.sequence.annotated;
