package io.agentsync.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** JSON text as a map of JDK values and back, as strictly as J-5 asks. */
final class Json {

  /** The longest record, in bytes. */
  static final int LONGEST = 256 * 1024;

  private static final int DEEPEST = 32;
  private static final int SHOWN = 120;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();

  private Json() {}

  static byte[] write(Map<String, Object> fields) {
    return MAPPER.writeValueAsBytes(fields);
  }

  static Map<?, ?> read(byte[] bytes) throws DamagedRecordException {
    if (bytes.length > LONGEST) {
      throw new DamagedRecordException("is longer than 256 KiB");
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text(bytes))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new DamagedRecordException("is not a JSON object");
      }
      Map<String, Object> fields = object(parser);
      if (parser.nextToken() != null) {
        throw new DamagedRecordException("has something after its end");
      }
      return fields;
    } catch (JacksonException e) {
      throw new DamagedRecordException("is not JSON: " + firstLine(e.getOriginalMessage()));
    }
  }

  private static Map<String, Object> object(JsonParser parser) throws DamagedRecordException {
    Map<String, Object> fields = new HashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      if (fields.put(name, value(parser)) != null) {
        throw new DamagedRecordException("says " + name + " twice");
      }
    }
    return fields;
  }

  private static Object value(JsonParser parser) throws DamagedRecordException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? parser.getBigIntegerValue()
              : (Object) parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> Optional.empty();
      default -> throw new DamagedRecordException("is not JSON");
    };
  }

  private static List<Object> array(JsonParser parser) throws DamagedRecordException {
    List<Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return values;
  }

  private static String text(byte[] bytes) throws DamagedRecordException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // The fast way puts U+FFFD in place of what is wrong: only then is it worth looking.
    if (text.indexOf('\uFFFD') >= 0) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw new DamagedRecordException("is not UTF-8");
      }
    }
    return text;
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
