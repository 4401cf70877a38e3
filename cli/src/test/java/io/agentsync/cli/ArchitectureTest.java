package io.agentsync.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The walls between the rooms of the tool. */
@AnalyzeClasses(packages = "io.agentsync", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final DescribedPredicate<JavaClass> OF_THE_SDK =
      resideInAPackage("io.agentsync..")
          .and(DescribedPredicate.not(resideInAPackage("io.agentsync.cli..")));

  @ArchTest
  static final ArchRule RENDER_SEES_VALUES_ONLY =
      classes()
          .that()
          .resideInAPackage("io.agentsync.cli.render")
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(
                      "io.agentsync.cli.render",
                      "io.agentsync.model",
                      "java.lang..",
                      "java.math",
                      "java.time",
                      "java.time.temporal",
                      "java.util",
                      "java.util.function",
                      "java.util.stream",
                      "org.jspecify.annotations",
                      "tools.jackson..")));

  @ArchTest
  static final ArchRule THE_LIVE_VIEW_IS_MADE_OF_VALUES =
      classes()
          .that()
          .resideInAPackage("io.agentsync.cli.monitor")
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(
                      "io.agentsync.cli.monitor",
                      "io.agentsync.cli.render",
                      "io.agentsync.model",
                      "java.lang..",
                      "java.time..",
                      "java.util",
                      "java.util.function",
                      "java.util.stream",
                      "org.jspecify.annotations")));

  @ArchTest
  static final ArchRule ONLY_THE_FULL_SCREEN_KNOWS_THE_TERMINAL_LIBRARY =
      noClasses()
          .that()
          .resideInAPackage("io.agentsync.cli..")
          .and()
          .haveNameNotMatching(".*\\.live\\.(FullScreen|Screen|Keyboard)")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jline..");

  @ArchTest
  static final ArchRule ONLY_COMMANDS_KNOW_THE_OPTION_LIBRARY =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.agentsync.cli.render", "io.agentsync.cli.monitor", "io.agentsync.cli.live")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule RENDER_HAS_NO_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage("io.agentsync.cli.render", "io.agentsync.cli.monitor")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule ONE_CLASS_KNOWS_THE_JSON_LIBRARY =
      noClasses()
          .that()
          .resideInAPackage("io.agentsync.cli..")
          .and()
          .doNotHaveSimpleName("JsonText")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tools.jackson..");

  @ArchTest
  static final ArchRule THE_TOOL_USES_THE_PUBLIC_SDK_ONLY =
      noClasses()
          .that()
          .resideInAPackage("io.agentsync.cli..")
          .should()
          .dependOnClassesThat(
              OF_THE_SDK.and(
                  DescribedPredicate.not(
                      resideInAnyPackage("io.agentsync", "io.agentsync.model"))));

  @ArchTest
  static final ArchRule ONLY_MAIN_ENDS_THE_JVM =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Main.class.getName())
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule STREAMS_ARE_HANDED_IN =
      noClasses()
          .that()
          .resideInAPackage("io.agentsync.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("(io.agentsync..)").should().beFreeOfCycles();
}
