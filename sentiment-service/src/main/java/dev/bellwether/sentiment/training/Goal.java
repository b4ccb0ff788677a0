package dev.bellwether.sentiment.training;

import java.util.function.ToDoubleFunction;

/** The figure that the prior correction is chosen for. */
enum Goal {
  MACRO_RECALL(Evaluation::macroRecall),
  MACRO_F1(Evaluation::macroF1),
  /** The F1 of the last class: of yes, where the answers are no and yes. */
  F1_YES(evaluation -> evaluation.f1s().getLast()),
  ACCURACY(Evaluation::accuracy);

  private final ToDoubleFunction<Evaluation> figure;

  Goal(ToDoubleFunction<Evaluation> figure) {
    this.figure = figure;
  }

  double of(Evaluation evaluation) {
    return figure.applyAsDouble(evaluation);
  }
}
