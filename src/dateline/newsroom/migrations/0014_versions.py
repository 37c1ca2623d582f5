import django.core.validators
from django.db import migrations, models

import dateline.newsroom.models.story


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0013_live_blog'),
    ]

    operations = [
        migrations.AddField(
            model_name='story',
            name='version_of',
            field=models.CharField(blank=True, default='', help_text='The address or id of the story this one is in another language.', max_length=500, verbose_name='version of'),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='story',
            name='language',
            field=models.CharField(default=dateline.newsroom.models.story.site_language, help_text='Its tag: en, hi, ur.', max_length=20, validators=[django.core.validators.RegexValidator('^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')]),
        ),
    ]
