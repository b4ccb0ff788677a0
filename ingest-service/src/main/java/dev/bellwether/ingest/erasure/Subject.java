package dev.bellwether.ingest.erasure;

/** What is to be erased. */
sealed interface Subject {

  /** As the event and the receipt say it. */
  String scope();

  /** In lower case. */
  String platform();

  /**
   * One post.
   *
   * @param id {@code platform:nativeId}
   */
  record OfMention(String id) implements Subject {
    @Override
    public String scope() {
      return "mention";
    }

    @Override
    public String platform() {
      return id.substring(0, id.indexOf(':'));
    }

    /** The post's id on its platform. */
    String nativeId() {
      return id.substring(id.indexOf(':') + 1);
    }
  }

  /**
   * Everything by an account.
   *
   * @param future whether what it posts from now on is to be kept out as well
   */
  record OfAuthor(String platform, String account, boolean future) implements Subject {
    @Override
    public String scope() {
      return "author";
    }
  }
}
