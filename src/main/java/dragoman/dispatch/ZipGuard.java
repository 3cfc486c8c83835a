package dragoman.dispatch;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks through a zip before anybody unpacks it: what is broken, what would unpack to more than
 * memory holds, and XML that defines entities, which a Word document never does (ECMA-376 part 2,
 * 8.1.4: no document type declarations).
 */
final class ZipGuard {
  private static final int MOST_ENTRIES = 10_000;

  /** A part of text may unpack to this many bytes: forty times the largest book. */
  private static final long LARGEST_PART = 100L << 20;

  private static final long LARGEST_WHOLE = 400L << 20;

  /** Word's own XML packs to a twentieth; bombs to less than a hundredth. */
  private static final long HIGHEST_RATIO = 200;

  private static final long RATIO_MATTERS_FROM = 10L << 20;

  private ZipGuard() {}

  static void check(Upload upload) {
    byte[] bytes = upload.content();
    if (!ended(bytes)) {
      throw broken(upload, "breaks off", new ZipException("no central directory"));
    }
    Set<String> names = new HashSet<>();
    long whole = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        if (names.size() > MOST_ENTRIES) {
          throw bomb(upload, "has more than " + MOST_ENTRIES + " parts");
        }
        whole += part(upload, entry.getName(), zip, whole);
      }
    } catch (IOException e) {
      throw broken(upload, "cannot be unpacked behind part " + names.size(), e);
    }
    if (!names.contains("[Content_Types].xml") || !names.contains("word/document.xml")) {
      throw new DocumentException(
          upload.called()
              + " is "
              + kind(names)
              + "; save the text as .docx in Word and send that.");
    }
  }

  private static long part(Upload upload, String name, ZipInputStream zip, long before)
      throws IOException {
    boolean xml =
        name.toLowerCase(Locale.ROOT).endsWith(".xml")
            || name.toLowerCase(Locale.ROOT).endsWith(".rels");
    Counted counted = new Counted(upload, name, zip, before);
    if (xml) {
      refuseDoctype(upload, name, counted);
    }
    counted.skipAll();
    return counted.count;
  }

  private static void refuseDoctype(Upload upload, String name, InputStream in) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw new DocumentException(
              upload.called()
                  + " defines XML entities in its part "
                  + name
                  + ", which no Word document does and an attack may; it was not read: ask the"
                  + " sender for another copy.");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          return;
        }
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException broken) {
        throw broken;
      }
      throw new DocumentException(
          upload.called()
              + " is broken in its part "
              + name
              + " ("
              + Documents.reason(e)
              + "); open it in Word, save it as .docx again, and send that.",
          e);
    }
  }

  /** Counts what a part unpacks to, and stops when it is too much. */
  private static final class Counted extends FilterInputStream {
    private final Upload upload;
    private final String name;
    private final long before;
    private long count;

    Counted(Upload upload, String name, InputStream in, long before) {
      super(in);
      this.upload = upload;
      this.name = name;
      this.before = before;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      add(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = super.read(into, from, length);
      return n < 0 ? n : add(n);
    }

    private int add(int n) {
      count += n;
      long ratio = (before + count) / Math.max(1, upload.content().length);
      if (count > LARGEST_PART
          || before + count > LARGEST_WHOLE
          || before + count > RATIO_MATTERS_FROM && ratio > HIGHEST_RATIO) {
        throw bomb(upload, "unpacks to more than " + ((before + count) >> 20) + " MB at " + name);
      }
      return n;
    }

    void skipAll() throws IOException {
      byte[] buffer = new byte[1 << 16];
      while (read(buffer, 0, buffer.length) >= 0) {
        // reading counts
      }
    }

    /** The zip goes on behind this part. */
    @Override
    public void close() {}
  }

  private static DocumentException bomb(Upload upload, String how) {
    return new DocumentException(
        upload.called()
            + " "
            + how
            + ", far more than a document holds; it was not read: ask the sender for another"
            + " copy, or paste the text.");
  }

  private static DocumentException broken(Upload upload, String how, Exception e) {
    return new DocumentException(
        upload.called()
            + " is broken: its zip archive "
            + how
            + "; fetch or save the file again and send that.",
        e);
  }

  /** Whether the end-of-central-directory record is there (APPNOTE 4.3.16). */
  private static boolean ended(byte[] bytes) {
    for (int i = bytes.length - 22; i >= Math.max(0, bytes.length - 66_000); i--) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  private static String kind(Set<String> names) {
    if (names.contains("xl/workbook.xml")) {
      return "an Excel workbook";
    }
    if (names.contains("ppt/presentation.xml")) {
      return "a PowerPoint presentation";
    }
    if (names.contains("content.xml") && names.contains("mimetype")) {
      return "an OpenDocument file";
    }
    return "a zip archive without a Word document in it";
  }
}
