package dev.bellwether.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.bellwether.local",
    importOptions = ImportOption.DoNotIncludeTests.class)
class RulesTest {

  @ArchTest
  static final ArchRule localKnowsNoServiceFromInside =
      classes()
          .that()
          .resideInAPackage("dev.bellwether.local..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages(
              "dev.bellwether.ingest..",
              "dev.bellwether.sentiment..",
              "dev.bellwether.trend..",
              "dev.bellwether.campaign..",
              "dev.bellwether.gateway..",
              "dev.bellwether.kit..",
              "dev.bellwether.testkit..");

  @ArchTest
  static final ArchRule supervisionKnowsNothingOfTheSuite =
      noClasses()
          .that()
          .resideInAPackage("..local.supervision..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..local.suite..", "..local.ingest..");
}
