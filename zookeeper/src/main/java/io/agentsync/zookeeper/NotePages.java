package io.agentsync.zookeeper;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a session has noted, in pages of so many slots that a page fits into a node: a line each.
 * Its session alone writes it, and so need not read it.
 */
final class NotePages {

  /** How many notes are on a page. */
  static final int SLOTS = 256;

  private final SortedMap<Integer, List<byte[]>> pages = new TreeMap<>();

  /** Takes notes in; returns the pages that have changed, as their nodes shall hold them. */
  SortedMap<Integer, byte[]> write(SortedMap<Integer, byte[]> notes) {
    SortedMap<Integer, byte[]> changed = new TreeMap<>();
    for (Map.Entry<Integer, byte[]> note : notes.entrySet()) {
      int page = note.getKey() / SLOTS;
      List<byte[]> slots = pages.computeIfAbsent(page, absent -> new ArrayList<>());
      int slot = note.getKey() % SLOTS;
      while (slots.size() <= slot) {
        slots.add(new byte[0]);
      }
      slots.set(slot, note.getValue().clone());
      changed.put(page, new byte[0]);
    }
    changed.replaceAll((page, nothing) -> data(page));
    return changed;
  }

  /** All pages, as their nodes shall hold them. */
  SortedMap<Integer, byte[]> all() {
    SortedMap<Integer, byte[]> all = new TreeMap<>();
    pages.keySet().forEach(page -> all.put(page, data(page)));
    return all;
  }

  /** The notes on pages, by slot. */
  static List<byte[]> read(SortedMap<Integer, byte[]> pages) {
    List<byte[]> notes = new ArrayList<>();
    pages.forEach(
        (page, data) -> {
          while (notes.size() < page * SLOTS) {
            notes.add(new byte[0]);
          }
          notes.addAll(lines(data));
        });
    return notes;
  }

  private byte[] data(int page) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (byte[] note : pages.getOrDefault(page, List.of())) {
      data.writeBytes(note);
      data.write('\n');
    }
    return data.toByteArray();
  }

  private static List<byte[]> lines(byte[] data) {
    List<byte[]> lines = new ArrayList<>();
    int begin = 0;
    for (int at = 0; at < data.length; at++) {
      if (data[at] == '\n') {
        lines.add(Arrays.copyOfRange(data, begin, at));
        begin = at + 1;
      }
    }
    return lines;
  }
}
