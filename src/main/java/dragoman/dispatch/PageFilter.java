package dragoman.dispatch;

import net.sf.okapi.filters.its.html5.HTML5Filter;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Okapi's HTML filter, told not to fetch what a page points to: rules for translation (W3C ITS) may
 * lie at any address, which a page from a stranger must not make the server read. Such a page is
 * read by the rules for HTML alone.
 */
final class PageFilter extends HTML5Filter {
  /** Behind a value, it makes the filter not know it, and browsers see no difference. */
  private static final String DISGUISE = " ";

  @Override
  protected void initializeDocument() {
    super.initializeDocument();
    disguise("link", "rel");
    disguise("script", "type");
  }

  private void disguise(String name, String attribute) {
    NodeList elements = doc.getElementsByTagNameNS("*", name);
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      if (element.getAttribute(attribute).contains("its")) {
        element.setAttribute(attribute, element.getAttribute(attribute) + DISGUISE);
      }
    }
  }
}
