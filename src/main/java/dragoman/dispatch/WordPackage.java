package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A Word document's parts by name, in the order of its zip archive (ECMA-376 part 2). */
final class WordPackage {
  private final Map<String, Part> parts;

  private WordPackage(Map<String, Part> parts) {
    this.parts = parts;
  }

  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Part(ZipEntry entry, byte[] content) {}

  static WordPackage of(byte[] zip) {
    Map<String, Part> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), new Part(entry, in.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new WordPackage(parts);
  }

  /** Whether somebody is still to accept or reject changes in it. */
  boolean revised() {
    return parts.values().stream()
        .anyMatch(
            part ->
                part.entry().getName().endsWith(".xml")
                    && WordPart.revised(new String(part.content(), StandardCharsets.UTF_8)));
  }

  /**
   * The package with those parts written anew whose text was translated.
   *
   * @param same as Okapi writes it with the old text
   * @param other as Okapi writes it with the new text
   * @param accepted as Okapi writes it in its own language; asked for where changes are tracked
   */
  byte[] translated(
      WordPackage same,
      WordPackage other,
      Supplier<WordPackage> accepted,
      LanguageTag source,
      LanguageTag target) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Part part : parts.values()) {
        ZipEntry entry = new ZipEntry(part.entry().getName());
        if (part.entry().getLastModifiedTime() != null) {
          entry.setLastModifiedTime(part.entry().getLastModifiedTime());
        }
        zip.putNextEntry(entry);
        zip.write(written(part, same, other, accepted, source, target));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] written(
      Part part,
      WordPackage same,
      WordPackage other,
      Supplier<WordPackage> accepted,
      LanguageTag source,
      LanguageTag target) {
    Part old = same.parts.get(part.entry().getName());
    Part now = other.parts.get(part.entry().getName());
    if (old == null || now == null || Arrays.equals(old.content(), now.content())) {
      return part.content();
    }
    return WordPart.written(
        part.content(),
        old.content(),
        now.content(),
        () -> accepted.get().parts.get(part.entry().getName()).content(),
        source,
        target);
  }
}
