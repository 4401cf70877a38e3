package io.agentsync.benchmark.report;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Curves against sizes, both axes logarithmic, as an image for a page. */
public final class SvgChart {

  private static final int WIDTH = 860;
  private static final int HEIGHT = 440;
  private static final int LEFT = 70;
  private static final int RIGHT = 330;
  private static final int TOP = 40;
  private static final int BOTTOM = 50;
  private static final int LEGEND_STEP = 20;
  private static final List<String> COLOURS =
      List.of(
          "#0b6e4f", "#c1292e", "#e08e0b", "#235789", "#7a3e9d", "#5c6b73", "#0097a7", "#a1673a",
          "#4caf50", "#e75a7c", "#8d99ae", "#222222");

  private final String title;
  private final List<Curve> curves;
  private final Scale across;
  private final Scale up;
  private final StringBuilder svg = new StringBuilder();

  private SvgChart(String title, List<Curve> curves) {
    this.title = title;
    this.curves = curves;
    this.across =
        Scale.logarithmic(
            curves.stream()
                .flatMap(curve -> curve.spreads().keySet().stream())
                .mapToDouble(Integer::doubleValue),
            LEFT,
            WIDTH - RIGHT);
    this.up =
        Scale.logarithmic(
            curves.stream()
                .flatMap(curve -> curve.spreads().values().stream())
                .mapToDouble(Spread::median),
            HEIGHT - BOTTOM,
            TOP);
  }

  /**
   * The image of what was measured of a workload.
   *
   * @throws IllegalArgumentException if nothing was
   */
  public static String of(Results results, String workload, String metric) {
    List<Curve> curves =
        Curve.of(results).stream()
            .filter(curve -> curve.workload().equals(workload) && curve.metric().equals(metric))
            .toList();
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured of " + workload);
    }
    return new SvgChart(workload + ": " + metric, curves).draw();
  }

  private String draw() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"12\">",
        WIDTH, HEIGHT);
    add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
    add("<text x=\"%d\" y=\"22\" font-size=\"15\">%s</text>", LEFT, escape(title));
    grid();
    for (int i = 0; i < curves.size(); i++) {
      curve(curves.get(i), COLOURS.get(i % COLOURS.size()), i);
    }
    add("</svg>");
    return svg.toString();
  }

  private void grid() {
    for (double value : up.ticks()) {
      double y = up.place(value);
      add(
          "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#ddd\"/>",
          LEFT, y, WIDTH - RIGHT, y);
      add(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 8, y + 4, Numbers.plain(value));
    }
    curves.stream()
        .flatMap(curve -> curve.spreads().keySet().stream())
        .distinct()
        .sorted()
        .forEach(
            size ->
                add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    across.place(size), HEIGHT - BOTTOM + 20, Numbers.plain(size)));
  }

  private void curve(Curve curve, String colour, int number) {
    SortedMap<Integer, Spread> spreads = curve.spreads();
    StringBuilder points = new StringBuilder();
    spreads.forEach(
        (size, spread) -> {
          double x = across.place(size);
          points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, up.place(spread.median())));
          add(
              "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
              x, up.place(spread.min()), x, up.place(spread.max()), colour);
          add(
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>",
              x, up.place(spread.median()), colour);
        });
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
        points.toString().strip(), colour);
    int y = TOP + 10 + number * LEGEND_STEP;
    int x = WIDTH - RIGHT + 20;
    add("<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"4\" fill=\"%s\"/>", x, y - 6, colour);
    add("<text x=\"%d\" y=\"%d\">%s</text>", x + 18, y, escape(curve.who().title()));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
