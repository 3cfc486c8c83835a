package dragoman.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a module's bare name means in the browser (HTML, import maps), made from the package.json of
 * every WebJar on the class path: its production entry, and its folder for deeper names.
 */
final class ImportMap {
  private static final String ROOT = "META-INF/resources/webjars/";
  private static final Pattern PACKAGE =
      Pattern.compile(Pattern.quote(ROOT) + "([^/]+)/([^/]+)/package\\.json");
  private static final List<String> CONDITIONS = List.of("browser", "import", "module", "default");

  private final ObjectMapper mapper;
  private final Map<String, String> imports = new TreeMap<>();

  private ImportMap(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The import map as JSON.
   *
   * @throws UncheckedIOException if a WebJar cannot be read
   */
  static String ofClassPath(ObjectMapper mapper) {
    ImportMap map = new ImportMap(mapper);
    try {
      for (String path : packages()) {
        map.add(path);
      }
      ObjectNode node = mapper.createObjectNode();
      node.set("imports", mapper.valueToTree(map.imports));
      return mapper.writeValueAsString(node);
    } catch (IOException e) {
      throw new UncheckedIOException("The modules of the pages cannot be read.", e);
    }
  }

  private static Set<String> packages() throws IOException {
    Set<String> found = new TreeSet<>();
    for (URL root : Collections.list(loader().getResources(ROOT))) {
      URLConnection connection = root.openConnection();
      if (connection instanceof JarURLConnection jar) {
        for (JarEntry entry : Collections.list(jar.getJarFile().entries())) {
          if (PACKAGE.matcher(entry.getName()).matches()) {
            found.add(entry.getName());
          }
        }
      }
    }
    return found;
  }

  private void add(String path) throws IOException {
    Matcher matcher = PACKAGE.matcher(path);
    if (!matcher.matches()) {
      return;
    }
    JsonNode about;
    try (InputStream in = loader().getResourceAsStream(path);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      about = mapper.readTree(reader);
    }
    String name = about.path("name").asText();
    String folder = "/webjars/" + matcher.group(1) + "/" + matcher.group(2) + "/";
    String entry = entry(about);
    if (!name.isEmpty() && !entry.isEmpty()) {
      imports.put(name, folder + entry);
      imports.put(name + "/", folder);
    }
  }

  private static String entry(JsonNode about) {
    JsonNode exports = about.path("exports");
    String found = choose(exports.has(".") ? exports.path(".") : exports);
    if (found.isEmpty()) {
      found = about.path("module").asText(about.path("main").asText());
    }
    return found.startsWith("./") ? found.substring(2) : found;
  }

  private static String choose(JsonNode target) {
    if (target.isTextual()) {
      return target.asText();
    }
    if (!target.isObject()) {
      return "";
    }
    for (String condition : CONDITIONS) {
      String found = choose(target.path(condition));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  private static ClassLoader loader() {
    return ImportMap.class.getClassLoader();
  }
}
