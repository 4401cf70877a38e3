package io.agentsync.benchmark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the rooms of the benchmark. */
@AnalyzeClasses(
    packages = "io.agentsync.benchmark",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.agentsync.benchmark.";

  @ArchTest
  static final ArchRule reportsArePure =
      classes()
          .that()
          .resideInAPackage(ROOT + "report..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.util",
              "java.util.function",
              "java.util.stream",
              "org.jspecify..",
              ROOT + "report..");

  @ArchTest
  static final ArchRule peersKnowOnlyWhatTheyMeetBy =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "peer..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "crew..", ROOT + "stage..", ROOT + "workload..", ROOT + "report..");

  @ArchTest
  static final ArchRule measuredProcessesDoNotKnowTheirRunner =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "crew..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "stage..", ROOT + "workload..");
}
