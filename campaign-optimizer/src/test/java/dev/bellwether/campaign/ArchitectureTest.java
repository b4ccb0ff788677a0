package dev.bellwether.campaign;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.bellwether.campaign",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule curvesAndAllocationAreMathematicsOnly =
      classes()
          .that()
          .resideInAnyPackage("..response", "..allocation")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.hipparchus..", "..campaign.response", "..campaign.allocation");

  @ArchTest
  static final ArchRule evaluationAndMixAreMathematicsOnly =
      classes()
          .that()
          .resideInAnyPackage(
              "dev.bellwether.campaign.mmm",
              "dev.bellwether.campaign.offpolicy",
              "dev.bellwether.campaign.creative")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.hipparchus..",
              "dev.bellwether.campaign.mmm",
              "dev.bellwether.campaign.offpolicy",
              "dev.bellwether.campaign.creative");

  @ArchTest
  static final ArchRule planningKnowsNoFramework =
      classes()
          .that()
          .resideInAnyPackage(
              "dev.bellwether.campaign.plan",
              "dev.bellwether.campaign.figures",
              "dev.bellwether.campaign.decision",
              "dev.bellwether.campaign.export",
              "dev.bellwether.campaign.pacing",
              "dev.bellwether.campaign.suggestion")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.bellwether.contracts..",
              "dev.bellwether.campaign.response",
              "dev.bellwether.campaign.allocation",
              "dev.bellwether.campaign.learning",
              "dev.bellwether.campaign.plan",
              "dev.bellwether.campaign.figures",
              "dev.bellwether.campaign.decision",
              "dev.bellwether.campaign.export",
              "dev.bellwether.campaign.pacing",
              "dev.bellwether.campaign.suggestion",
              // how a connector is told
              "com.fasterxml.jackson.annotation",
              // what files are made of: text to text
              "de.siegmar.fastcsv..",
              "dev.bellwether.kit.text");

  @ArchTest
  static final ArchRule curvesDoNotKnowHowTheyAreUsed =
      noClasses()
          .that()
          .resideInAPackage("..campaign.response")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..campaign.allocation",
              "..campaign.learning",
              "..campaign.plan..",
              "..campaign.figures..");

  @ArchTest
  static final ArchRule noOtherServiceIsImported =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.bellwether.ingest..",
              "dev.bellwether.sentiment..",
              "dev.bellwether.trend..",
              "dev.bellwether.gateway..",
              "dev.bellwether.local..");
}
