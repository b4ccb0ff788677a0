package dev.bellwether.sentiment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.bellwether.sentiment",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String HERE = "dev.bellwether.sentiment.";

  @ArchTest
  static final ArchRule onlyTrainingAndPhrasesTouchCoreNlp =
      noClasses()
          .that()
          .resideOutsideOfPackages(HERE + "training..", HERE + "phrases..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("edu.stanford.nlp..");

  @ArchTest
  static final ArchRule nothingDependsOnTraining =
      noClasses()
          .that()
          // measuring is a program too, and counts right and wrong as training does
          .resideOutsideOfPackages(HERE + "training..", HERE + "measure..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(HERE + "training..");

  @ArchTest
  static final ArchRule pureLogicStandsFree =
      noClasses()
          .that()
          .resideInAnyPackage(
              HERE + "text..",
              HERE + "features..",
              HERE + "model..",
              HERE + "rollup..",
              HERE + "summary..",
              HERE + "targets..",
              HERE + "phrases..",
              HERE + "training..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "io.smallrye..",
              "jakarta..",
              "org.apache.kafka..",
              "java.sql..",
              "javax.sql..",
              "dev.bellwether.kit..",
              HERE + "api..",
              HERE + "messaging..",
              HERE + "storage..");

  /** So that another model needs no other rules of clauses. */
  @ArchTest
  static final ArchRule targetsKnowNoModel =
      noClasses()
          .that()
          .resideInAPackage(HERE + "targets..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              HERE + "text..", HERE + "features..", HERE + "model..", HERE + "scoring..");

  @ArchTest
  static final ArchRule noOtherServiceIsImported =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.bellwether.ingest..",
              "dev.bellwether.trend..",
              "dev.bellwether.campaign..",
              "dev.bellwether.gateway..",
              "dev.bellwether.local..",
              "dev.bellwether.embedded..");

  /**
   * Of phrases neither the stream nor its model may know: they are off wherever they are not asked
   * for.
   */
  @ArchTest
  static final ArchRule onlyTheApiKnowsPhrases =
      noClasses()
          .that()
          .resideOutsideOfPackages(HERE + "phrases..", HERE + "api..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(HERE + "phrases..");

  @ArchTest
  static final ArchRule noModelIsSerialisedByJavaButWhoseBytesAreKnown =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(HERE + "phrases.PhraseModels")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream");
}
