package org.knime.core.node;

import java.net.URL;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Stands for KNIME's node factory: what can be known of a node without running it. */
public abstract class NodeFactory<T extends NodeModel> {

    protected NodeFactory() {
    }

    public final String getFactoryId() {
        return getClass().getName();
    }

    public abstract Element getXMLDescription();

    public abstract URL getIcon();

    public abstract NodeType getType();

    public abstract String getInportName(int index);

    public abstract String getOutportName(int index);

    public final String getNodeName() {
        return getXMLDescription().getElementsByTagName("name").item(0).getTextContent();
    }

    public final String getInportDescription(final int index) {
        return getXMLDescription().getElementsByTagName("inPort").item(index).getTextContent();
    }

    public final String getOutportDescription(final int index) {
        return getXMLDescription().getElementsByTagName("outPort").item(index).getTextContent();
    }

    public final String[] getKeywords() {
        final NodeList list = getXMLDescription().getElementsByTagName("keyword");
        final String[] result = new String[list.getLength()];
        for (int i = 0; i < result.length; i++) {
            result[i] = list.item(i).getTextContent();
        }
        return result;
    }

    /** Stands for KNIME's kinds of nodes; the kind decides the node's colour. */
    public enum NodeType {
        Source, Sink, Learner, Predictor, Manipulator, Visualizer, Widget, Meta, LoopStart, LoopEnd, ScopeStart,
        ScopeEnd, Configuration, Other, Missing, Unknown, Subnode, VirtualIn, VirtualOut, Container
    }
}
