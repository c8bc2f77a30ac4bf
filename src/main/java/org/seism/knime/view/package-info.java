/** The page that shows results; its texts lie beside it as class resources. */
package org.seism.knime.view;
