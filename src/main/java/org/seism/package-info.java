/**
 * Vocabulary that every layer shares: progress and cancellation, parallel tasks, input errors that say what to do.
 * Nothing here knows a sequence or a motif.
 */
package org.seism;
