package io.agentsync;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;

/** The walls between the rooms of the SDK, most of which say what is absent. */
@AnalyzeClasses(packages = "io.agentsync", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.agentsync.";
  private static final String DIRECTORY = ROOT + "journal.directory..";
  private static final String MEMORY = ROOT + "journal.memory..";
  private static final String[] PURE = {
    ROOT + "model..",
    ROOT + "syncpoint..",
    ROOT + "agent..",
    ROOT + "deadlock..",
    ROOT + "diagnosis.."
  };
  private static final String[] VALUES = {
    "java.lang..",
    "java.util",
    "java.util.function",
    "java.util.stream",
    "java.util.regex",
    "java.time..",
    "org.jspecify.."
  };

  @ArchTest static final ArchRule modelIsTheGroundFloor = pureRoom("model", ROOT + "model..");

  @ArchTest
  static final ArchRule syncpointKnowsModel =
      pureRoom("syncpoint", ROOT + "syncpoint..", ROOT + "model..");

  @ArchTest
  static final ArchRule agentKnowsModel =
      pureRoom("agent", ROOT + "agent..", ROOT + "model..").allowEmptyShould(true);

  @ArchTest
  static final ArchRule deadlockKnowsWhatStands =
      pureRoom("deadlock", ROOT + "deadlock..", ROOT + "syncpoint..", ROOT + "model..");

  @ArchTest static final ArchRule diagnosisKnowsThePureRooms = pureRoom("diagnosis", PURE);

  @ArchTest
  static final ArchRule pureRoomsHaveNoClockThreadOrChance =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .accessTargetWhere(reads("now", "java.time.."))
          .orShould()
          .accessTargetWhere(reads("systemUTC|systemDefaultZone|system", "java.time.."))
          .orShould()
          .accessTargetWhere(reads("nanoTime|currentTimeMillis|getenv|getProperty", "java.lang"))
          .orShould()
          .accessTargetWhere(reads("randomUUID|random|shuffle|parallel.*", "java.."))
          .orShould()
          .dependOnClassesThat(
              type(Thread.class)
                  .or(type(ProcessHandle.class))
                  .or(type(Process.class))
                  .or(type(Runtime.class))
                  .or(type(Random.class))
                  .or(type(SplittableRandom.class))
                  .or(type(Timer.class)));

  @ArchTest
  static final ArchRule onlyTheCodecSeesTheJsonLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "codec..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule codecKnowsThePureRooms =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "codec..")
          .should()
          .dependOnClassesThat(
              ours(not(resideInAnyPackage(PURE).or(resideInAPackage(ROOT + "codec..")))));

  @ArchTest
  static final ArchRule enginesKnowTheSpiOnly =
      noClasses()
          .that()
          .resideInAnyPackage(DIRECTORY, MEMORY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.agentsync",
              ROOT + "syncpoint..",
              ROOT + "agent..",
              ROOT + "deadlock..",
              ROOT + "diagnosis..",
              ROOT + "codec..",
              ROOT + "follow..");

  @ArchTest
  static final ArchRule directoryDoesNotSeeMemory =
      noClasses().that().resideInAPackage(DIRECTORY).should().dependOnClassesThat(in(MEMORY));

  @ArchTest
  static final ArchRule memoryDoesNotSeeDirectory =
      noClasses().that().resideInAPackage(MEMORY).should().dependOnClassesThat(in(DIRECTORY));

  @ArchTest
  static final ArchRule nobodyNamesAnEngine =
      noClasses()
          .that()
          .resideOutsideOfPackages(DIRECTORY, MEMORY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DIRECTORY, MEMORY);

  @ArchTest
  static final ArchRule theSpiKnowsModelOnly =
      noClasses()
          .that()
          .resideInAPackage("io.agentsync.journal")
          .should()
          .dependOnClassesThat(
              ours(
                  not(
                      resideInAPackage("io.agentsync.journal")
                          .or(resideInAPackage(ROOT + "model..")))));

  @ArchTest
  static final ArchRule onlyTheDirectoryEngineTouchesFiles =
      noClasses()
          .that()
          .resideOutsideOfPackage(DIRECTORY)
          .should()
          .accessTargetWhere(writesFiles())
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.io\\.(File|FileOutputStream|FileWriter|RandomAccessFile|PrintWriter)"
                  + "|java\\.nio\\.channels\\..*");

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses().should().accessTargetWhere(reads("sleep", "java.."));

  @ArchTest
  static final ArchRule nobodyPrints =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessTargetWhere(reads("printStackTrace|exit|halt", "java.lang"));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("(io.agentsync..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheEngineItselfIsPublic =
      classes()
          .that()
          .resideInAPackage(DIRECTORY)
          .and()
          .doNotHaveSimpleName("DirectoryEngine")
          .should()
          .notBePublic();

  private static ArchRule pureRoom(String room, String... known) {
    return noClasses()
        .that()
        .resideInAPackage(ROOT + room + "..")
        .should()
        .dependOnClassesThat(
            describe(
                "are neither values nor in " + String.join(", ", known),
                type ->
                    !type.getBaseComponentType().isPrimitive()
                        && !resideInAnyPackage(known)
                            .or(resideInAnyPackage(VALUES))
                            .or(serialVersion())
                            .test(type.getBaseComponentType())));
  }

  /** What every enum and exception comes with, and hidden methods of records. */
  private static DescribedPredicate<JavaClass> serialVersion() {
    return describe("serializable", type -> type.getName().equals("java.io.Serializable"));
  }

  private static DescribedPredicate<JavaClass> in(String room) {
    return resideInAPackage(room);
  }

  private static DescribedPredicate<JavaClass> ours(DescribedPredicate<JavaClass> which) {
    return resideInAPackage("io.agentsync..").and(which);
  }

  private static DescribedPredicate<JavaAccess<?>> reads(String names, String owners) {
    return describe(
        "calls of %s in %s".formatted(names, owners),
        access ->
            access.getTarget().getName().matches(names)
                && resideInAPackage(owners).test(access.getTargetOwner()));
  }

  private static DescribedPredicate<JavaAccess<?>> writesFiles() {
    Set<String> reading = Set.of("readString", "readSymbolicLink");
    return describe(
        "anything of Files but reading a text or a link",
        access ->
            access.getTargetOwner().isEquivalentTo(Files.class)
                && !reading.contains(access.getTarget().getName()));
  }
}
