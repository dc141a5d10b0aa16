from django.urls import path

from certification.concerns.views import public

urlpatterns = [path("concern/", public.concern, name="concern")]
