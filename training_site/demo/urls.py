from django.urls import path

from training_site.demo import views

urlpatterns = [path("demo/mail/", views.mail, name="demo_mail")]
