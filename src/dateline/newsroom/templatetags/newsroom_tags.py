"""What any template of the newsroom may ask: the site's name and address."""

from django import template

from dateline.newsroom.site_settings import site_settings

register = template.Library()


@register.simple_tag
def site_name() -> str:
    """Return the name of the site."""
    return site_settings().site.name


@register.simple_tag
def site_url() -> str:
    """Return the address at which readers find the site."""
    return site_settings().site.url
