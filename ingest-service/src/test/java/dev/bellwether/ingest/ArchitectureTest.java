package dev.bellwether.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.bellwether.ingest",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule hygieneMentionsPrivacyQueriesAndHabitsKnowNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..hygiene..",
              "..mention..",
              "..privacy..",
              "dev.bellwether.ingest.query..",
              "..silence.habit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quarkus..", "jakarta..", "org.apache.kafka..", "java.sql..");

  @ArchTest
  static final ArchRule ingestImportsNoOtherService =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.bellwether.sentiment..",
              "dev.bellwether.trend..",
              "dev.bellwether.campaign..",
              "dev.bellwether.gateway..",
              "dev.bellwether.local..");
}
