package dev.bellwether.campaign.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.bellwether.campaign.decision.SomePlans;
import dev.bellwether.contracts.budget.BudgetPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** What holds of any plan's file. */
class SheetProperties {

  @Property
  void aFileSpendsNoMoreThanThePlanAndNoLineIsFurtherThanOneUnitFromIt(
      @ForAll @Size(min = 1, max = 30)
          List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> micros,
      @ForAll @IntRange(min = 0, max = 3) int money) {
    String currency = List.of("EUR", "JPY", "KWD", "HUF").get(money);
    BigDecimal unit =
        List.of("0.01", "1", "0.001", "1").stream().map(BigDecimal::new).toList().get(money);
    var lines = new ArrayList<BudgetPlan.Line>();
    for (int i = 0; i < micros.size(); i++) {
      lines.add(SomePlans.line("c", "s" + i, 1, micros.get(i), null));
    }
    BudgetPlan plan = SomePlans.plan("p", SomePlans.DAY, null, currency, lines);
    BigDecimal sum = BigDecimal.ZERO;
    List<NamedCsvRecord> rows = read(Platform.META, plan);
    for (int i = 0; i < rows.size(); i++) {
      String text = rows.get(i).getField("Ad Set Daily Budget");
      BigDecimal amount = text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
      assertEquals(text.isEmpty() ? "PAUSED" : "ACTIVE", rows.get(i).getField("Ad Set Run Status"));
      BigDecimal off = amount.subtract(BigDecimal.valueOf(micros.get(i), 6)).abs();
      assertTrue(off.compareTo(unit) < 0, () -> off + " of " + unit);
      sum = sum.add(amount);
    }
    BigDecimal left = BigDecimal.valueOf(plan.budgetMicros(), 6).subtract(sum);
    assertTrue(left.signum() >= 0 && left.compareTo(unit) < 0, left::toString);
  }

  @Property
  void whateverIsInAFileReadsBackAsTheNameItWas(
      @ForAll @NotEmpty List<@StringLength(min = 1, max = 20) String> names) {
    var lines = new ArrayList<BudgetPlan.Line>();
    for (String name : names) {
      lines.add(SomePlans.line("Campaign", name, 1, 5_000_000, null));
    }
    BudgetPlan plan = SomePlans.plan("p", SomePlans.DAY, null, lines);
    Sheet sheet =
        Sheet.of(
            Platform.META, DayBudgets.planned(plan, SomePlans.DAY), new Sheet.Options(true, false));
    List<String> read =
        CsvReader.builder().ofNamedCsvRecord(sheet.csv()).stream()
            .map(row -> row.getField("Ad Set Name"))
            .toList();
    var expected = new ArrayList<>(names);
    sheet.refused().forEach(line -> assertTrue(expected.remove(line.adSet())));
    assertEquals(expected.stream().sorted().toList(), read.stream().sorted().toList());
  }

  private static List<NamedCsvRecord> read(Platform platform, BudgetPlan plan) {
    return CsvReader.builder()
        .ofNamedCsvRecord(
            Sheet.of(platform, DayBudgets.planned(plan, SomePlans.DAY), Sheet.Options.STANDARD)
                .csv())
        .stream()
        .toList();
  }
}
