package io.agentsync.codec;

import io.agentsync.model.InvalidRequestException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
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
  private static final int TYPICAL = 512;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();

  private Json() {}

  static byte[] write(Map<String, Object> fields) {
    byte[] plain = PlainWriter.write(fields);
    return plain != null ? plain : writeByLibrary(fields);
  }

  /** As {@link #write}, but always by the JSON library. */
  static byte[] writeByLibrary(Map<String, Object> fields) {
    ByteArrayOutputStream text = new ByteArrayOutputStream(TYPICAL);
    try (JsonGenerator generator = MAPPER.createGenerator(text)) {
      write(generator, fields);
    }
    return text.toByteArray();
  }

  /** Any value that the library can write, as the JDK values it is read back as. */
  static @Nullable Object throughJson(Object value) {
    try {
      Map<?, ?> read = read(write(Map.of("value", MAPPER.valueToTree(value))));
      return Payloads.toJdk(read.get("value"));
    } catch (JacksonException | DamagedRecordException e) {
      throw new InvalidRequestException(
          "A payload of %s cannot be written as JSON: %s"
              .formatted(value.getClass().getName(), firstLine(String.valueOf(e.getMessage()))));
    }
  }

  private static void write(JsonGenerator generator, @Nullable Object value) {
    if (value instanceof String string) {
      generator.writeString(string);
    } else if (value instanceof Long number) {
      generator.writeNumber(number);
    } else if (value instanceof Map<?, ?> fields) {
      generator.writeStartObject();
      for (Map.Entry<?, ?> field : fields.entrySet()) {
        generator.writeName((String) field.getKey());
        write(generator, field.getValue());
      }
      generator.writeEndObject();
    } else if (value instanceof Collection<?> values) {
      generator.writeStartArray();
      for (Object element : values) {
        write(generator, element);
      }
      generator.writeEndArray();
    } else {
      generator.writePOJO(value);
    }
  }

  static Map<?, ?> read(byte[] bytes) throws DamagedRecordException {
    if (bytes.length > LONGEST) {
      throw new DamagedRecordException("is longer than 256 KiB");
    }
    Map<?, ?> plain = PlainReader.read(bytes);
    return plain != null ? plain : readByLibrary(bytes);
  }

  /** As {@link #read}, but always by the JSON library, and of any length. */
  static Map<?, ?> readByLibrary(byte[] bytes) throws DamagedRecordException {
    try (JsonParser parser = parser(bytes)) {
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
    Map<String, Object> fields = new LinkedHashMap<>();
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

  private static JsonParser parser(byte[] bytes) throws DamagedRecordException {
    if (plain(bytes)) {
      return FACTORY.createParser(ObjectReadContext.empty(), bytes);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return FACTORY.createParser(ObjectReadContext.empty(), text);
    } catch (CharacterCodingException e) {
      throw new DamagedRecordException("is not UTF-8");
    }
  }

  /** Whether it is ASCII. From other bytes the parser might guess another encoding than UTF-8. */
  private static boolean plain(byte[] bytes) {
    for (byte b : bytes) {
      if (b <= 0) {
        return false;
      }
    }
    return true;
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
