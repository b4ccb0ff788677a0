package dev.bellwether.adexport;

import dev.bellwether.adexport.ExportedRow.Identity;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes an identity and figures of a line's cells, or says why not. */
final class LineReader {

  /** What platforms write where a row holds a sum over others. */
  private static final Pattern TOTAL =
      Pattern.compile(
          "(grand )?totals?( *[:–-].*| from .*)?|results from .*", Pattern.CASE_INSENSITIVE);

  private static final Pattern ALL = Pattern.compile("all|totals?", Pattern.CASE_INSENSITIVE);

  private static final Pattern GOOGLE_ACCOUNT = Pattern.compile("\\d{3}-\\d{3}-\\d{4}");
  private static final String META_ACCOUNT = "act_";

  private final Layout layout;
  private final ExportOptions options;
  private final FigureReader figures;
  private final WindowReader windows;
  private final List<Integer> names;
  private final Map<String, String> pool = new HashMap<>();
  private String firstAccount;
  private long firstAccountLine;

  LineReader(Layout layout, ExportOptions options, Survey survey) {
    this.layout = layout;
    this.options = options;
    this.windows = new WindowReader(layout, options, survey.dayFirst(options));
    this.figures = new FigureReader(layout, options, survey.decimals(options, layout.dialect()));
    this.names =
        List.of(layout.campaign(options), layout.adSet(options), layout.ad(options)).stream()
            .filter(layout::has)
            .map(layout.columns()::get)
            .toList();
  }

  /** Whether a row's window is longer than a day. */
  boolean hasLongWindows() {
    return windows.hasLong();
  }

  void read(long line, List<String> cells, Folding into) {
    if (cells.stream().allMatch(String::isBlank)) {
      into.empty();
    } else if (isTotal(cells, into.summedOver())) {
      into.total();
    } else if (!fits(cells)) {
      into.refuse(
          line,
          null,
          "has %d values, the header %d; export the file again, or quote the value with a separator in it"
              .formatted(cells.size(), layout.table().header().size()));
    } else {
      try {
        Identity identity = identity(line, cells);
        into.add(line, identity, cells, figures.read(cells));
      } catch (RefusedLine e) {
        into.refuse(line, e.field(), e.getMessage());
      }
    }
  }

  /** A separator too many at the end of lines is no value. */
  private boolean fits(List<String> cells) {
    int columns = layout.table().header().size();
    return cells.size() >= columns
        && cells.subList(columns, cells.size()).stream().allMatch(String::isBlank);
  }

  private boolean isTotal(List<String> cells, List<Integer> summedOver) {
    boolean hasDay = layout.has(Field.DAY);
    if (hasDay && windows.day(cell(cells, Field.DAY)) != null && options.window() == null) {
      return layout.has(Field.HOUR) && Decimals.isEmpty(cell(cells, Field.HOUR))
          || summedOver.stream()
              .anyMatch(i -> i < cells.size() && ALL.matcher(cells.get(i).strip()).matches());
    }
    String first =
        cells.stream().map(String::strip).filter(c -> !Decimals.isEmpty(c)).findFirst().orElse("");
    return TOTAL.matcher(first).matches()
        || names.stream().allMatch(i -> i >= cells.size() || Decimals.isEmpty(cells.get(i)))
            && (!hasDay || Decimals.isEmpty(cell(cells, Field.DAY)));
  }

  private Identity identity(long line, List<String> cells) {
    String campaign = named(cells, layout.campaign(options), "campaign");
    boolean whole = options.wholeCampaigns();
    return new Identity(
        pooled(account(line, cells)),
        campaign,
        whole ? campaign : named(cells, layout.adSet(options), "adSet"),
        whole ? null : ad(cells),
        part(cells, Field.AGE),
        part(cells, Field.GENDER),
        joined(part(cells, Field.COUNTRY), part(cells, Field.REGION)),
        part(cells, Field.INTEREST),
        joined(part(cells, Field.PLATFORM), part(cells, Field.PLACEMENT)),
        windows.read(cells),
        zone(cells));
  }

  private String named(List<String> cells, Field field, String apiName) {
    String name = part(cells, field);
    if (name == null) {
      throw new RefusedLine(
          apiName, "column \"%s\" is empty; fill it".formatted(layout.header(field)));
    }
    return name;
  }

  /** An ad without a name goes by its id. */
  private String ad(List<String> cells) {
    String name = part(cells, layout.ad(options));
    if (name != null || !layout.has(Field.AD) && !layout.has(Field.AD_ID)) {
      return name;
    }
    String id = part(cells, Field.AD_ID);
    if (id == null) {
      throw new RefusedLine(
          "ad", "column \"%s\" is empty; fill it".formatted(layout.header(layout.ad(options))));
    }
    return id;
  }

  private String account(long line, List<String> cells) {
    String own = part(cells, Field.ACCOUNT);
    if (options.account() == null) {
      if (own == null) {
        throw new RefusedLine(
            "account",
            "column \"%s\" is empty; fill it, or give account"
                .formatted(layout.header(Field.ACCOUNT)));
      }
      return idOf(own);
    }
    if (own != null && firstAccount == null) {
      firstAccount = own;
      firstAccountLine = line;
    }
    if (own != null && !own.equals(firstAccount)) {
      throw new RefusedLine(
          "account",
          "column \"%s\" has another account than line %d; leave account out, so that each row goes to its own"
              .formatted(layout.header(Field.ACCOUNT), firstAccountLine));
    }
    return idOf(options.account());
  }

  /** One account has one id, with the dashes of Google's pages, Meta's prefix, or without. */
  private static String idOf(String account) {
    if (GOOGLE_ACCOUNT.matcher(account).matches()) {
      return account.replace("-", "");
    }
    return account.startsWith(META_ACCOUNT) ? account.substring(META_ACCOUNT.length()) : account;
  }

  private String zone(List<String> cells) {
    String own = part(cells, Field.TIME_ZONE);
    if (options.timeZone() != null) {
      return options.timeZone();
    }
    try {
      return pooled(ZoneId.of(String.valueOf(own)).getId());
    } catch (DateTimeException e) {
      throw new RefusedLine(
          "timeZone",
          "column \"%s\" has no IANA name such as Europe/Berlin; give timeZone"
              .formatted(layout.header(Field.TIME_ZONE)));
    }
  }

  private String cell(List<String> cells, Field field) {
    int column = layout.columns().get(field);
    return column < cells.size() ? cells.get(column).strip() : "";
  }

  /** A name or part of a segment; null where the column is not there or says nothing. */
  private String part(List<String> cells, Field field) {
    if (!layout.has(field)) {
      return null;
    }
    String cell = cell(cells, field);
    return Decimals.isEmpty(cell) ? null : pooled(cell);
  }

  private String joined(String one, String other) {
    return one == null || other == null ? one == null ? other : one : pooled(one + "/" + other);
  }

  /** Names repeat on every line, and a file may have a million. */
  private String pooled(String text) {
    return pool.computeIfAbsent(text, t -> t);
  }
}
