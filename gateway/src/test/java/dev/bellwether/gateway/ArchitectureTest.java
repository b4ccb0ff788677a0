package dev.bellwether.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.bellwether.gateway.routing.RequestPath;
import dev.bellwether.gateway.routing.RouteTable;

@AnalyzeClasses(
    packages = "dev.bellwether.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule noServiceIsImported =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.bellwether.ingest..",
              "dev.bellwether.sentiment..",
              "dev.bellwether.trend..",
              "dev.bellwether.campaign..",
              "dev.bellwether.local..",
              "dev.bellwether.embedded..");

  @ArchTest
  static final ArchRule featuresDoNotKnowEachOtherInCircles =
      SlicesRuleDefinition.slices()
          .matching("dev.bellwether.gateway.(*)..")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule whatDecidesIsPlainJava =
      classes()
          .that()
          .belongToAnyOf(RouteTable.class, RequestPath.class)
          .or()
          .haveSimpleName("AuditRoute")
          .or()
          .haveSimpleName("AuditParameters")
          .or()
          .haveSimpleName("SubjectDigest")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "javax.crypto..", "dev.bellwether.gateway..");

  @ArchTest
  static final ArchRule identityKnowsNothingOfRouting =
      noClasses()
          .that()
          .resideInAPackage("..identity..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..routing..", "..openapi..", "..health..", "io.vertx..");

  @ArchTest
  static final ArchRule onlyStoresSpeakSql =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Store")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");
}
