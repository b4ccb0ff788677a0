package dev.bellwether.local.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.SuiteException;
import dev.bellwether.local.suite.SuiteState;
import dev.bellwether.local.suite.Where;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends files to the suite. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sends mentions or ad figures from JSONL or CSV files (also .gz) to the suite, in the order of their event time.",
      "A column that bears a field's name fills it; --map and --set do the rest. Column names are compared without their case and surrounding blanks.",
      "A row of platform x or twitter without createdAt gets the time in its id.",
      "All files are read into memory first, up to 2,000,000 rows (about 1 GB).",
      "A CSV export of Meta Ads or Google Ads is known by its header, whatever its separator, and needs no --map: docs/ad-figures.md. What it does not say, --set does: account, timeZone, currency, window; conversions, revenue, clicks name the columns that count; by=id, budgetLevel=campaign, decimal=comma, dates=dmy."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  ./bellwether ingest tweets.csv --map 'id=tweet id' --map text=tweet --set platform=x",
      "  ./bellwether ingest ads.csv --map spend=Spent --map 'date=date(Date, dd-MM-yyyy)' --set account=a1 --set currency=EUR",
      "  ./bellwether ingest Ad-group-report.csv --set account=123-456-7890 --set timeZone=Europe/Berlin"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no row was rejected",
      "1:some rows were rejected, or the suite did not take them",
      "2:wrong usage"
    })
public final class IngestCommand implements Callable<Integer> {

  private static final int SHOWN = 20;

  @Spec private CommandSpec spec;
  @Mixin private Where where;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files; all rows together are sorted.")
  private List<Path> files;

  @Option(
      names = "--kind",
      description =
          "mentions or ads. Default: ads where a field adSet, spend or impressions is found.")
  private Kind kind;

  @Option(names = "--format", description = "csv or jsonl. Default: by the files' names.")
  private InputFile.Format format;

  @Option(
      names = "--encoding",
      paramLabel = "CHARSET",
      defaultValue = "UTF-8",
      description =
          "How text is encoded, such as windows-1252; a byte order mark in the file goes before it. Default: ${DEFAULT-VALUE}")
  private String encoding;

  @Option(
      names = "--separator",
      paramLabel = "CHARACTER",
      defaultValue = ",",
      description = "What separates the values of a CSV file, or tab. Default: ${DEFAULT-VALUE}")
  private String separator;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      description = {
        "Fills a field from a column. Instead of a column also:",
        "snowflake(column): the time in a tweet's id;",
        "date(column, dd-MM-yyyy): a day in another notation;",
        "time(column, dd.MM.yyyy HH:mm, Europe/Berlin): a time in another notation."
      })
  private List<String> maps = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = {
        "Gives a field the same value in every row.",
        "window=DAY or window=START/END sets an ad row's window."
      })
  private List<String> sets = new ArrayList<>();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Writes every row that was rejected or a duplicate, as CSV.")
  private Path report;

  @Option(names = "--json", description = "Prints the counts as JSON.")
  private boolean json;

  @Option(names = "--url", description = "The gateway. Default: that of the suite on this machine.")
  private URI url;

  @Option(names = "--key", description = "The API key. Default: that of the suite on this machine.")
  private String key;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "180",
      description =
          "How long a batch is tried again while the suite does not take it. Default: ${DEFAULT-VALUE}")
  private int patience;

  @Override
  public Integer call() throws InterruptedException {
    if (maps.isEmpty() && kind != Kind.MENTIONS && ExportFiles.are(inputs())) {
      return ingestExports();
    }
    var rows = FileRows.read(inputs(), mapping());
    rows.empty().forEach(spec.commandLine().getErr()::println);
    var result = upload(rows.rows().size(), upload -> upload.send(rows));
    writeReport(result);
    tell(result, List.of());
    return result.rejected().isEmpty() ? 0 : 1;
  }

  private int ingestExports() throws InterruptedException {
    var read = exports();
    var result = upload(read.count(), upload -> upload.send(Kind.ADS, read.rows(), read.refused()));
    writeReport(result);
    if (!json) {
      read.tell(spec.commandLine().getOut());
    }
    tell(result, read.exports());
    return result.rejected().isEmpty() ? 0 : 1;
  }

  private ExportFiles exports() {
    try {
      return ExportFiles.read(inputs(), sets, spec.commandLine().getErr());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  /** Sends something. */
  private interface Sending {
    UploadResult by(Upload upload) throws InterruptedException;
  }

  private UploadResult upload(long total, Sending sending) throws InterruptedException {
    var err = spec.commandLine().getErr();
    boolean terminal = !json && System.console() != null && System.console().isTerminal();
    try (var display = ProgressDisplay.of(terminal, total, err);
        var sender =
            new BatchSender(gateway(), apiKey(), Duration.ofSeconds(patience), display::say)) {
      return sending.by(new Upload(sender, display));
    }
  }

  private List<InputFile> inputs() {
    try {
      var charset = charset();
      return files.stream()
          .map(IngestCommand::existing)
          .map(f -> format == null ? InputFile.of(f) : new InputFile(f, format))
          .map(f -> f.with(charset, separator()))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private static Path existing(Path file) {
    if (!Files.exists(file)) {
      throw new SuiteException("no such file: " + file);
    }
    if (Files.isDirectory(file)) {
      throw new SuiteException(file + " is a directory: name the files in it");
    }
    return file;
  }

  private Charset charset() {
    try {
      return Charset.forName(encoding);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--encoding " + encoding + ": not known; try windows-1252, ISO-8859-1 or UTF-16LE", e);
    }
  }

  private char separator() {
    if (separator.equals("tab")) {
      return '\t';
    }
    if (separator.length() != 1) {
      throw new IllegalArgumentException("--separator must be one character, or tab");
    }
    return separator.charAt(0);
  }

  private FieldMapping mapping() {
    try {
      return FieldMapping.of(kind == null ? guess() : kind, maps, sets);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private Kind guess() {
    var written =
        Stream.concat(
            maps.stream().map(m -> FieldMapping.pair("--map", m).getKey()),
            sets.stream().map(s -> FieldMapping.pair("--set", s).getKey()));
    return Kind.guess(Stream.concat(written, FileRows.columns(inputs()).stream()).toList());
  }

  private URI gateway() {
    return url != null ? url : URI.create(SuiteState.read(where.dataDir()).url(Component.GATEWAY));
  }

  private String apiKey() {
    return key != null ? key : SuiteState.read(where.dataDir()).apiKey();
  }

  private void tell(UploadResult result, List<ExportFiles.FileExport> exports) {
    var out = spec.commandLine().getOut();
    if (json) {
      var counts = JsonNodeFactory.instance.objectNode();
      counts.put("accepted", result.accepted());
      counts.put("duplicate", result.duplicates().size());
      counts.put("rejected", result.rejected().size());
      if (!exports.isEmpty()) {
        var files = counts.putArray("exports");
        exports.forEach(file -> files.add(ExportFiles.counts(file)));
      }
      out.println(counts);
    } else {
      result.rejected().stream().limit(SHOWN).forEach(r -> out.println("rejected  " + r));
      if (result.rejected().size() > SHOWN) {
        out.printf(
            "and %,d more%s%n",
            result.rejected().size() - SHOWN,
            report == null ? ": --report FILE lists them all" : "");
      }
      out.printf(
          "accepted %,d, duplicate %,d, rejected %,d%n",
          result.accepted(), result.duplicates().size(), result.rejected().size());
    }
    out.flush();
  }

  private void writeReport(UploadResult result) {
    if (report == null) {
      return;
    }
    try (var csv = CsvWriter.builder().build(report)) {
      csv.writeRecord("status", "file", "line", "id", "field", "reason");
      for (var row :
          (Iterable<RowReport>)
              Stream.concat(result.rejected().stream(), result.duplicates().stream())::iterator) {
        csv.writeRecord(
            row.status(),
            row.file().toString(),
            Long.toString(row.line()),
            row.id(),
            row.field(),
            row.reason());
      }
    } catch (IOException e) {
      throw new SuiteException("cannot write " + report + ": " + e.getMessage(), e);
    }
  }
}
