package dev.bellwether.trend.api;

import dev.bellwether.contracts.trend.Trend;
import java.util.List;

/** The newest detection first. */
public record TrendPage(List<Trend> trends) {}
