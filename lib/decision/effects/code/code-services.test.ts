import { describeCommands } from "@/lib/testing/describe-commands";

// prettier-ignore
describeCommands(
  "libraries of clouds count as the clouds' own tools",
  [
    "python3 -c \"import boto3; boto3.resource('s3').Bucket('acme-prod').objects.all().delete()\"",
    "python3 -c \"import boto3; boto3.client('s3').delete_bucket(Bucket='x')\"",
    "python3 -c \"import boto3; boto3.client('ec2').terminate_instances(InstanceIds=['i-1'])\"",
    "python3 -c \"import boto3; boto3.client('iam').attach_user_policy(UserName='x', PolicyArn='y')\"",
    "node -e \"const {S3Client,DeleteBucketCommand}=require('@aws-sdk/client-s3'); new S3Client({}).send(new DeleteBucketCommand({Bucket:'x'}))\"",
    "ruby -e \"require 'aws-sdk-ec2'; Aws::EC2::Client.new.terminate_instances(instance_ids: ['i-1'])\"",
    "python3 -c \"from google.cloud import storage; storage.Client().bucket('x').delete(force=True)\"",
    "python3 -c \"from google.cloud import compute_v1; compute_v1.InstancesClient().delete(project='p', zone='z', instance='i')\"",
    "python3 -c \"from azure.mgmt.resource import ResourceManagementClient as R; R(c,s).resource_groups.begin_delete('rg')\"",
    "python3 -c \"from kubernetes import client; client.CoreV1Api().delete_namespace('prod')\"",
    "python3 -c \"import redis; redis.Redis(host='cache.prod').flushall()\"",
    "python3 -c \"import pymongo; pymongo.MongoClient('mongodb://db.prod').drop_database('x')\"",
    "python3 -c \"import stripe; stripe.Refund.create(charge='ch_1')\"",
  ],
  [
    "python3 -c \"import boto3; print(boto3.resource('s3', endpoint_url='http://localhost:4566').Bucket('acme-test').name)\"",
    "python3 -c \"import boto3; boto3.client('s3', endpoint_url='http://localhost:4566').delete_bucket(Bucket='x')\"",
    "python3 -c \"import boto3; print(boto3.client('ec2').describe_instances())\"",
    "python3 -c \"from google.cloud import storage; print(list(storage.Client().list_buckets()))\"",
    "python3 -c \"from kubernetes import client; print(client.CoreV1Api().list_namespace())\"",
    "python3 -c \"import redis; print(redis.Redis().ping())\"",
    "python3 -c \"import stripe; stripe.api_key='sk_test_1'; stripe.Refund.create(charge='ch_1')\"",
  ],
);
