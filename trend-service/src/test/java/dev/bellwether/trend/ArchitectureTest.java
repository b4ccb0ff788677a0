package dev.bellwether.trend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.bellwether.trend",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule detectionKnowsOnlyTheContracts =
      classes()
          .that()
          .resideInAPackage("dev.bellwether.trend.detection..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "dev.bellwether.contracts..", "dev.bellwether.trend.detection..");

  @ArchTest
  static final ArchRule theDetectorOfKnownSeriesKnowsNothingElse =
      classes()
          .that()
          .resideInAPackage("dev.bellwether.trend.series..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.bellwether.trend.series..");

  @ArchTest
  static final ArchRule noOtherServiceIsImported =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.bellwether.ingest..",
              "dev.bellwether.sentiment..",
              "dev.bellwether.campaign..",
              "dev.bellwether.gateway..",
              "dev.bellwether.local..",
              "dev.bellwether.embedded..");

  @ArchTest
  static final ArchRule theTopologyDoesNotKnowTheApi =
      noClasses()
          .that()
          .resideInAPackage("dev.bellwether.trend.topology..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.bellwether.trend.api..");
}
