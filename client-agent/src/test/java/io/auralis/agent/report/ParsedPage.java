package io.auralis.agent.report;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A page as a reader that forgives nothing sees it: it is well-formed XML too. */
public final class ParsedPage {
    private final Document document;

    public ParsedPage(String page) throws Exception {
        this.document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    public List<Element> elements(String name) {
        return list(document.getElementsByTagName(name));
    }

    public List<String> texts(String name) {
        return elements(name).stream().map(Element::getTextContent).toList();
    }

    /** The cells of a table's rows, its head first. */
    public List<List<String>> table(String style) {
        Element table = elements("table").stream()
                .filter(one -> one.getAttribute("class").equals(style))
                .findFirst()
                .orElseThrow();
        return list(table.getElementsByTagName("tr")).stream()
                .map(row -> list(row.getChildNodes()).stream()
                        .map(Element::getTextContent)
                        .toList())
                .toList();
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
