package dragoman.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignCommandTest {
  @TempDir Path folder;
  private Path english;
  private Path azerbaijani;

  @BeforeEach
  void write() throws IOException {
    english = folder.resolve("en.txt");
    azerbaijani = folder.resolve("az.txt");
    Files.writeString(
        english, "The bridge at Barda is open. Two schools were closed.\n\nRain & wind: 40 %.\n");
    Files.writeString(
        azerbaijani, "Bərdədəki körpü açıqdır. İki məktəb bağlanıb.\nYağış və külək: 40 %.\n");
  }

  private int align(String... more) {
    String[] first = {"align", "--from", "en", "--to", "az"};
    String[] all = new String[first.length + more.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return DragomanCommand.run(all);
  }

  private int pair(Path source, Path target, Path output, String... options) {
    String[] all = new String[6 + options.length];
    System.arraycopy(
        new String[] {
          "--source",
          source.toString(),
          "--target",
          target.toString(),
          "--output",
          output.toString()
        },
        0,
        all,
        0,
        6);
    System.arraycopy(options, 0, all, 6, options.length);
    return align(all);
  }

  @Test
  void paragraphsAreSplitAndUnitsWritten() throws IOException {
    Path output = folder.resolve("out.tmx");
    assertEquals(0, pair(english, azerbaijani, output));
    String tmx = Files.readString(output);
    assertTrue(tmx.contains("<tuv xml:lang=\"en\"><seg>Two schools were closed.</seg>"), tmx);
    assertTrue(tmx.contains("<tuv xml:lang=\"az\"><seg>İki məktəb bağlanıb.</seg>"), tmx);
    assertTrue(tmx.contains("x-alignment-confidence"), tmx);
    assertEquals(4, tmx.split("<tu>").length);
  }

  @Test
  void linksCountSentencesFromNone() throws IOException {
    Path output = folder.resolve("out.links");
    assertEquals(0, pair(english, azerbaijani, output, "--links"));
    assertEquals("0\t0\n1\t1\n2\t2\n", Files.readString(output));
  }

  @Test
  void aBatchDoesWhatItCanAndSaysWhatFailed() throws IOException {
    Path list = folder.resolve("list.tsv");
    Path good = folder.resolve("good.links");
    Path bad = folder.resolve("bad.links");
    Files.writeString(
        list,
        String.join(
            "\n",
            "no tabs",
            english + "\t" + english + "\t" + bad,
            english + "\t" + folder.resolve("none.txt") + "\t" + folder.resolve("x"),
            english + "\t" + azerbaijani + "\t" + good,
            english + "\t" + azerbaijani + "\t" + good));
    assertEquals(1, align("--links", "--batch", list.toString()));
    assertEquals("0\t0\n1\t1\n2\t2\n", Files.readString(good));
    assertFalse(Files.exists(bad));
  }

  @Test
  void nothingIsWrittenForTextsThatCannotBeAligned() {
    Path output = folder.resolve("out.tmx");
    assertEquals(1, pair(azerbaijani, english, output));
    assertEquals(1, pair(english, english, output));
    assertEquals(1, pair(english, folder.resolve("none.txt"), output));
    assertFalse(Files.exists(output));
  }

  @Test
  void aWrongUsageIsTwo() {
    assertEquals(2, align());
    assertEquals(2, align("--source", english.toString()));
    assertEquals(2, align("--batch", "list", "--output", "x"));
  }

  private static final String[] ENGLISH = {
    "BAKU, May 3. The bridge at Barda was opened by Ilham Karimov in 2019.",
    "Two schools in Ganja were closed because of 40 centimetres of snow.",
    "The minister Rashid Mammadov will travel to Tbilisi on 12 June.",
    "About 1,500 people came to the concert of Leyla Hasanova.",
    "Prices rose by 3.7 percent in Sumgait."
  };
  private static final String[] AZERBAIJANI = {
    "BAKI, 3 may. Bərdədəki körpünü 2019-cu ildə İlham Kərimov açıb.",
    "Gəncədə iki məktəb 40 santimetr qara görə bağlanıb.",
    "Nazir Rəşid Məmmədov iyunun 12-də Tbilisiyə səfər edəcək.",
    "Leyla Həsənovanın konsertinə 1500-ə yaxın adam gəlib.",
    "Sumqayıtda qiymətlər 3,7 faiz artıb."
  };
  private static final String[] RUSSIAN = {
    "БАКУ, 3 мая. Мост в Барде открыл в 2019 году Ильхам Керимов.",
    "В Гяндже две школы закрыты из-за 40 сантиметров снега.",
    "Министр Рашид Мамедов поедет в Тбилиси 12 июня.",
    "На концерт Лейлы Гасановой пришли около 1500 человек.",
    "Цены в Сумгаите выросли на 3,7 процента."
  };
  private static final String[] OTHER_ENGLISH = {
    "The court in London heard Edward Norton about 77 barrels of oil.",
    "Wages at Siemens were 8,250 euros in Munich.",
    "Professor Nakamura flew to Osaka with 16 students."
  };
  private static final String[] OTHER_AZERBAIJANI = {
    "Londonda məhkəmə Edvard Nortonu 77 barrel neft barədə dinləyib.",
    "Münxendə Siemens şirkətində maaş 8250 avro olub.",
    "Professor Nakamura 16 tələbə ilə Osakaya uçub."
  };

  private Path text(String name, String... sentences) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", sentences) + "\n");
    return file;
  }

  private static int run(Object... words) {
    return DragomanCommand.run(
        java.util.Arrays.stream(words).map(String::valueOf).toArray(String[]::new));
  }

  private String exported(Path data) throws IOException {
    Path out = folder.resolve("exported.tmx");
    assertEquals(0, run("tm", "export", "--memory", "News", "--data", data, "--output", out));
    return Files.readString(out);
  }

  @Test
  void threeTextsMakeUnitsOfThreeVariants() throws IOException {
    Path en = text("three/en.txt", ENGLISH);
    Path az = text("three/az.txt", AZERBAIJANI);
    Path ru = text("three/ru.txt", RUSSIAN);
    Path out = folder.resolve("three.links");
    assertEquals(
        0,
        run(
            "align",
            "--from",
            "en",
            "--to",
            "az,ru",
            "--source",
            en,
            "--target",
            az,
            "--target",
            ru,
            "--presegmented",
            "--links",
            "--output",
            out));
    assertEquals("0\t0\t0\n1\t1\t1\n2\t2\t2\n3\t3\t3\n4\t4\t4\n", Files.readString(out));
    assertEquals(2, run("align", "--from", "en", "--to", "az,ru", "--source", en, "--target", az));
  }

  @Test
  void aFolderIsPairedByNameAndByContentAndGoesIntoAMemoryOnce() throws IOException {
    text("in/2019-05-03-forum-en.txt", ENGLISH);
    text("in/2019-05-03-forum-az.txt", AZERBAIJANI);
    text("in/london.txt", OTHER_ENGLISH);
    text("in/mehkeme.txt", OTHER_AZERBAIJANI);
    text("in/alone-en.txt", "Nobody has translated this sentence about Xanadu and 9,999 ships.");
    Path data = folder.resolve("data");
    Path report = folder.resolve("report.tsv");
    Object[] command = {
      "align",
      "--from",
      "en",
      "--to",
      "az",
      "--batch",
      folder.resolve("in"),
      "--memory",
      "News",
      "--data",
      data,
      "--threshold",
      "0.5",
      "--report",
      report
    };
    assertEquals(0, run(command));
    String told = Files.readString(report);
    assertTrue(told.contains("unpaired\talone-en.txt"), told);
    assertEquals(2, told.lines().filter(line -> line.startsWith("aligned\t")).count(), told);
    String first = exported(data);
    assertTrue(first.contains("Gəncədə iki məktəb"), first);
    assertTrue(first.contains("Münxendə"), first);
    assertTrue(first.contains("x-alignment-file"), first);
    assertEquals(0, run(command));
    assertTrue(Files.readString(report).contains("done before\t"), Files.readString(report));
    assertEquals(first, exported(data));
    Files.delete(data.resolve("align.journal"));
    assertEquals(0, run(command));
    assertEquals(first, exported(data));
  }

  @Test
  void aBatchGoesOnWhereItWasStopped() throws IOException {
    Path en = text("a/en.txt", ENGLISH);
    Path az = text("a/az.txt", AZERBAIJANI);
    Path one = folder.resolve("one.links");
    Path two = folder.resolve("two.links");
    Path list = folder.resolve("list.tsv");
    Files.writeString(
        list, en + "\t" + az + "\t" + one + "\n" + en + "\t" + az + "\t" + two + "\n");
    assertEquals(0, align("--presegmented", "--links", "--batch", list.toString()));
    String right = Files.readString(one);
    Path journal = folder.resolve("list.tsv.journal");
    String noted = Files.readString(journal);
    Files.writeString(journal, noted.substring(0, noted.length() - 5));
    Files.writeString(one, "kept as it is");
    Files.delete(two);
    assertEquals(0, align("--presegmented", "--links", "--batch", list.toString()));
    assertEquals("kept as it is", Files.readString(one));
    assertEquals(right, Files.readString(two));
    Files.writeString(az, String.join("\n", AZERBAIJANI) + "\nYeni cümlə.\n");
    assertEquals(0, align("--presegmented", "--links", "--batch", list.toString()));
    assertTrue(Files.readString(one).startsWith(right), Files.readString(one));
  }

  @Test
  void textsInTroublePutNothingIntoAMemory() throws IOException {
    Path en = text("t/en.txt", ENGLISH);
    Path az = text("t/az.txt", AZERBAIJANI);
    Path other = text("t/other.txt", OTHER_ENGLISH);
    Path empty = text("t/empty.txt", "");
    Path data = folder.resolve("data");
    for (Path[] pair :
        new Path[][] {{az, en}, {en, en}, {en, empty}, {other, text("t/az2.txt", AZERBAIJANI)}}) {
      int code =
          run(
              "align",
              "--from",
              "en",
              "--to",
              "az",
              "--source",
              pair[0],
              "--target",
              pair[1],
              "--presegmented",
              "--memory",
              "News",
              "--data",
              data);
      if (pair[0] != other) {
        assertEquals(1, code, pair[0] + " " + pair[1]);
        assertEquals(1, run("tm", "export", "--memory", "News", "--data", data));
      }
    }
  }
}
