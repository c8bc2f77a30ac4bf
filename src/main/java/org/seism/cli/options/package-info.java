/**
 * Options that several commands share: each class is a group of the help and makes one settings record of the engine.
 */
package org.seism.cli.options;
