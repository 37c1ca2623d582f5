"""Picture files."""


def test_a_rendition_is_a_file_that_never_changes(paper):
    """The page names the file, its type and its size."""
    page = paper.page("/media/spring-720.avif")

    assert (page.file, page.content_type) == ("spring-720.avif", "image/avif")
    assert (page.size, page.cache) == (20_000, "immutable")


def test_a_killed_picture_answers_410(paper):
    """Each address that a killed picture had says that it is gone."""
    assert paper.page("/media/gone-720.jpg").status == 410
    assert paper.page("/media/gone-721.jpg") is None


def test_an_original_is_never_served(paper):
    """Only renditions have addresses."""
    assert paper.page("/media/" + "ab" * 32) is None


def test_it_reads_the_picture_it_belongs_to(paper):
    """A rendition is made again, or taken away, with its picture."""
    _, reads = paper.look("/media/spring-og.jpg")

    assert "picture/spring" in reads
