package io.agentsync.cli.command;

import io.agentsync.model.SyncOptions;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How long an agent has to be proven gone before nobody waits for it any more.
 *
 * @param time how long; empty: for ever
 */
record LossGrace(Optional<Duration> time) {

  private static final String OFF = "off";

  void addTo(SyncOptions.Builder options) {
    time.ifPresentOrElse(options::lossGrace, options::waitForLost);
  }

  /** Reads a length of time, or {@code off}. */
  static final class Converter implements ITypeConverter<LossGrace> {
    @Override
    public LossGrace convert(String text) {
      if (text.equalsIgnoreCase(OFF)) {
        return new LossGrace(Optional.empty());
      }
      try {
        return new LossGrace(Optional.of(new DurationConverter().convert(text)));
      } catch (TypeConversionException e) {
        throw new TypeConversionException(e.getMessage() + ", or off");
      }
    }
  }
}
