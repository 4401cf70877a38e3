package io.agentsync.journal.directory;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;

/**
 * Turns ids into file names and back: readable, and different for different ids on every file
 * system, also where {@code A} and {@code a} are one.
 *
 * <p>{@code /} becomes {@code ,} and {@code :} becomes {@code ;}. Where there are capitals, {@code
 * ~} and a hexadecimal number follow, whose bit <i>i</i> says that character <i>i</i> is one. The
 * names that Windows keeps for devices, and those whose last dot it would drop, get {@code ~0}.
 */
final class FileNames {

  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6",
          "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
          "lpt8", "lpt9");

  private FileNames() {}

  static String encode(String id) {
    BigInteger capitals = BigInteger.ZERO;
    for (int i = 0; i < id.length(); i++) {
      if (Character.isUpperCase(id.charAt(i))) {
        capitals = capitals.setBit(i);
      }
    }
    String name = id.replace('/', ',').replace(':', ';');
    return capitals.signum() > 0 || isDevice(name) || name.endsWith(".")
        ? name + "~" + capitals.toString(16)
        : name;
  }

  static String decode(String name) {
    int mark = name.indexOf('~');
    String id = mark < 0 ? name : name.substring(0, mark);
    return id.replace(',', '/').replace(';', ':');
  }

  private static boolean isDevice(String name) {
    int dot = name.indexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return DEVICES.contains(stem.toLowerCase(Locale.ROOT));
  }
}
