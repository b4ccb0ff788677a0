package dev.bellwether.campaign.plan.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/**
 * A plan as it was last published, with what it is looked up by. Hibernate writes it once; what is
 * decided afterwards {@code DecisionStore} writes.
 */
@Entity
@Immutable
@Table(name = "budget_plan")
class StoredPlan {

  @Embeddable
  record Key(String workspace, String id) {}

  @EmbeddedId Key key;

  @Column(nullable = false)
  String account;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  /** The event, word for word. */
  @Column(nullable = false, columnDefinition = "jsonb")
  @ColumnTransformer(write = "?::jsonb")
  String plan;

  /** For Hibernate. */
  protected StoredPlan() {}

  StoredPlan(Key key, String account, Instant createdAt, String plan) {
    this.key = key;
    this.account = account;
    this.createdAt = createdAt;
    this.plan = plan;
  }
}
