package dev.bellwether.trend.forecast;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.bellwether.trend",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PurityTest {

  @ArchTest
  static final ArchRule forecastsKnowNothingButThemselves =
      classes()
          .that()
          .resideInAPackage("dev.bellwether.trend.forecast..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.bellwether.trend.forecast..");
}
